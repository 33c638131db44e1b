-- CreateTable
CREATE TABLE "paper_delivery" (
    "id" UUID NOT NULL,
    "paper_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "person_ids" UUID[],
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "paper_delivery_paper_id_idx" ON "paper_delivery"("paper_id");

-- AddForeignKey
ALTER TABLE "paper_delivery" ADD CONSTRAINT "paper_delivery_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_delivery" ADD CONSTRAINT "paper_delivery_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
