-- CreateTable
CREATE TABLE "office_key" (
    "id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "campaign_id" UUID,
    "record_id" UUID,
    "decision_id" UUID,
    "origin" TEXT NOT NULL,
    "honoree_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "person_id" UUID,
    "unit_code" TEXT,
    "unit_name" TEXT NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "is_leader" BOOLEAN,
    "is_direct_worker" BOOLEAN,
    "is_woman" BOOLEAN,
    "form" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "achievement" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "golden" INTEGER,
    "prize_vnd" BIGINT,
    "serial" TEXT,
    "revoked_on" TEXT,
    "revoked_why" TEXT NOT NULL DEFAULT '',
    "handed_on" TEXT,
    "handed_note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_decision" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "unit_code" TEXT,
    "state" TEXT NOT NULL,
    "public_on" TEXT,
    "public_until" TEXT,
    "number" TEXT NOT NULL DEFAULT '',
    "decided_on" TEXT,
    "has_prizes" BOOLEAN NOT NULL DEFAULT false,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_choice" (
    "decision_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "is_awarded" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "award_choice_pkey" PRIMARY KEY ("decision_id","record_id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "record_id" UUID,
    "objector" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_key_public_key_key" ON "office_key"("public_key");

-- CreateIndex
CREATE UNIQUE INDEX "award_record_id_key" ON "award"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_serial_key" ON "award"("serial");

-- CreateIndex
CREATE INDEX "award_name_folded_idx" ON "award"("name_folded");

-- CreateIndex
CREATE INDEX "award_person_id_idx" ON "award"("person_id");

-- CreateIndex
CREATE INDEX "award_year_idx" ON "award"("year");

-- CreateIndex
CREATE INDEX "award_unit_code_idx" ON "award"("unit_code");

-- CreateIndex
CREATE INDEX "award_decision_number_decided_on_idx" ON "award"("decision_number", "decided_on");

-- CreateIndex
CREATE INDEX "award_decision_campaign_id_created_at_idx" ON "award_decision"("campaign_id", "created_at");

-- CreateIndex
CREATE INDEX "award_choice_record_id_idx" ON "award_choice"("record_id");

-- CreateIndex
CREATE INDEX "objection_decision_id_idx" ON "objection"("decision_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_choice" ADD CONSTRAINT "award_choice_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_choice" ADD CONSTRAINT "award_choice_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
