-- How things stood on a past day is told from what has moved since.
CREATE INDEX "record_move_at_idx" ON "record_move"("at");
