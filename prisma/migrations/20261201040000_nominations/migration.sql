-- CreateTable
CREATE TABLE "award_dossier" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "submission_number" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_member" (
    "record_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,

    CONSTRAINT "dossier_member_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "nomination_fact" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "person_id" UUID,
    "unit_code" TEXT NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "person_kind" TEXT NOT NULL DEFAULT '',
    "is_leader" BOOLEAN NOT NULL DEFAULT false,
    "is_direct_worker" BOOLEAN NOT NULL DEFAULT false,
    "is_woman" BOOLEAN NOT NULL DEFAULT false,
    "is_model" BOOLEAN NOT NULL DEFAULT false,
    "is_exemplary" BOOLEAN,
    "city_tasks" BOOLEAN,
    "unit_tasks" BOOLEAN,
    "sketch" INTEGER[],
    "known" JSONB NOT NULL,

    CONSTRAINT "nomination_fact_pkey" PRIMARY KEY ("record_id","version")
);

-- CreateTable
CREATE TABLE "stop_fact" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "given_on" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "unit_code" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "expires_on" TEXT NOT NULL,
    "conclusion" TEXT,
    "concluded_on" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "loaded_by_id" UUID NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stop_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal" (
    "record_id" UUID NOT NULL,
    "agency" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TEXT NOT NULL,
    "sealed" TEXT,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3),
    "opinion" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("record_id","agency")
);

-- CreateIndex
CREATE INDEX "award_dossier_campaign_id_unit_code_level_idx" ON "award_dossier"("campaign_id", "unit_code", "level");

-- CreateIndex
CREATE UNIQUE INDEX "award_dossier_campaign_id_number_key" ON "award_dossier"("campaign_id", "number");

-- CreateIndex
CREATE INDEX "dossier_member_dossier_id_idx" ON "dossier_member"("dossier_id");

-- CreateIndex
CREATE INDEX "nomination_fact_name_folded_idx" ON "nomination_fact"("name_folded");

-- CreateIndex
CREATE INDEX "stop_fact_name_folded_idx" ON "stop_fact"("name_folded");

-- CreateIndex
CREATE INDEX "appraisal_agency_idx" ON "appraisal"("agency");

-- AddForeignKey
ALTER TABLE "award_dossier" ADD CONSTRAINT "award_dossier_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_dossier" ADD CONSTRAINT "award_dossier_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "award_dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_fact" ADD CONSTRAINT "nomination_fact_record_id_version_fkey" FOREIGN KEY ("record_id", "version") REFERENCES "record_version"("record_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_fact" ADD CONSTRAINT "nomination_fact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_fact" ADD CONSTRAINT "nomination_fact_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stop_fact" ADD CONSTRAINT "stop_fact_loaded_by_id_fkey" FOREIGN KEY ("loaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stop_fact" ADD CONSTRAINT "stop_fact_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_agency_fkey" FOREIGN KEY ("agency") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
