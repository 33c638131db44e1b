-- Few records ever go on with another unit; whose they were at first is asked for whole boards.
CREATE INDEX "record_move_went_on_idx" ON "record_move"("record_id", "seq") WHERE "from_unit" IS NOT NULL;
