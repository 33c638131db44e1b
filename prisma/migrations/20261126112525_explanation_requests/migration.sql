-- CreateEnum
CREATE TYPE "ExplanationState" AS ENUM ('OPEN', 'EXPLAINED', 'SEEN', 'CANCELLED');

-- CreateTable
CREATE TABLE "explanation_request" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "pilot_code" TEXT NOT NULL,
    "target_code" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" "ExplanationState" NOT NULL DEFAULT 'OPEN',
    "asked_on" TEXT NOT NULL,
    "forecast_mid" INTEGER NOT NULL,
    "forecast_high" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "cancelled_why" TEXT,
    "cause" TEXT NOT NULL DEFAULT '',
    "remedy" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "explanation_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_picture" (
    "file_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "shows" TEXT NOT NULL,

    CONSTRAINT "unit_picture_pkey" PRIMARY KEY ("file_id")
);

-- CreateIndex
CREATE INDEX "explanation_request_state_told_at_idx" ON "explanation_request"("state", "told_at");

-- CreateIndex
CREATE UNIQUE INDEX "explanation_request_campaign_id_unit_code_pilot_code_step_key" ON "explanation_request"("campaign_id", "unit_code", "pilot_code", "step");

-- CreateIndex
CREATE UNIQUE INDEX "unit_picture_shows_key" ON "unit_picture"("shows");

-- AddForeignKey
ALTER TABLE "explanation_request" ADD CONSTRAINT "explanation_request_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation_request" ADD CONSTRAINT "explanation_request_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
