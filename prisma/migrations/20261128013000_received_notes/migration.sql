-- CreateEnum
CREATE TYPE "ReceivedState" AS ENUM ('CLAIMED', 'CONFIRMED', 'DECLINED', 'REOPENED');

-- CreateEnum
CREATE TYPE "ReceivedWay" AS ENUM ('PAPER', 'DOCUMENT_AXIS', 'OTHER');

-- CreateTable
CREATE TABLE "received_note" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "state" "ReceivedState" NOT NULL,
    "way" "ReceivedWay" NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "received_on" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "received_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_note_obligation_id_idx" ON "received_note"("obligation_id");

-- CreateIndex
CREATE INDEX "received_note_campaign_id_state_idx" ON "received_note"("campaign_id", "state");

-- AddForeignKey
ALTER TABLE "received_note" ADD CONSTRAINT "received_note_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "received_note" ADD CONSTRAINT "received_note_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
