-- CreateTable
CREATE TABLE "broadcast" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "audience" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_recipient" (
    "id" UUID NOT NULL,
    "broadcast_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "person_id" UUID,
    "obligation_id" UUID,
    "outbox_key" TEXT,
    "why" TEXT,

    CONSTRAINT "broadcast_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "broadcast_campaign_id_at_idx" ON "broadcast"("campaign_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_recipient_outbox_key_key" ON "broadcast_recipient"("outbox_key");

-- CreateIndex
CREATE INDEX "broadcast_recipient_broadcast_id_idx" ON "broadcast_recipient"("broadcast_id");

-- CreateIndex
CREATE INDEX "broadcast_recipient_obligation_id_idx" ON "broadcast_recipient"("obligation_id");

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
