-- CreateEnum
CREATE TYPE "DeadLetterState" AS ENUM ('OPEN', 'RETRYING', 'DROPPING', 'RETRIED', 'DROPPED');

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "event" TEXT,
    "holds_chat" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "prompt_no" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "first_failed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeadLetterState" NOT NULL DEFAULT 'OPEN',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "dead_letter_account_id_idx" ON "dead_letter"("account_id");

-- CreateIndex
CREATE INDEX "dead_letter_state_first_failed_at_idx" ON "dead_letter"("state", "first_failed_at");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letter_channel_event_id_key" ON "dead_letter"("channel", "event_id");

-- AddForeignKey
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
