-- CreateTable
CREATE TABLE "reason_text" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reason_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_move_by_id_seq_idx" ON "record_move"("by_id", "seq");

-- AddForeignKey
ALTER TABLE "reason_text" ADD CONSTRAINT "reason_text_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
