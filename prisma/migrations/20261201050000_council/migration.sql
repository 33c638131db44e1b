-- CreateEnum
CREATE TYPE "CouncilPart" AS ENUM ('CHAIR', 'VICE', 'SECRETARY', 'MEMBER');

-- CreateEnum
CREATE TYPE "SittingState" AS ENUM ('PREPARED', 'INVITED', 'VOTING', 'CLOSED', 'OPENED', 'CONFIRMED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CouncilAttendance" AS ENUM ('INVITED', 'COMING', 'PRESENT', 'ABSENT');

-- CreateEnum
CREATE TYPE "CouncilVerdict" AS ENUM ('AGREED', 'NOT_AGREED', 'TIE');

-- CreateEnum
CREATE TYPE "CouncilVote" AS ENUM ('AGREE', 'DISAGREE', 'BLANK');

-- CreateEnum
CREATE TYPE "ConflictKind" AS ENUM ('OWN', 'UNIT', 'DECLARED');

-- CreateTable
CREATE TABLE "council_member" (
    "id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "part" "CouncilPart" NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,

    CONSTRAINT "council_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_choice" (
    "unit_code" TEXT NOT NULL,
    "council_code" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_choice_pkey" PRIMARY KEY ("unit_code")
);

-- CreateTable
CREATE TABLE "council_key" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "council_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "state" "SittingState" NOT NULL DEFAULT 'PREPARED',
    "place" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "is_secret" BOOLEAN NOT NULL,
    "rules" JSONB NOT NULL,
    "public_key" BYTEA,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "began_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "is_opened_by_two" BOOLEAN NOT NULL DEFAULT false,
    "confirmed_at" TIMESTAMPTZ(3),
    "chair_confirmed_at" TIMESTAMPTZ(3),
    "secretary_confirmed_at" TIMESTAMPTZ(3),
    "file_id" UUID,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_member" (
    "sitting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" "CouncilPart" NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "attendance" "CouncilAttendance" NOT NULL DEFAULT 'INVITED',
    "why" TEXT NOT NULL DEFAULT '',
    "read_at" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sitting_member_pkey" PRIMARY KEY ("sitting_id","person_id")
);

-- CreateTable
CREATE TABLE "sitting_case" (
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "is_at_gate" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "nominee" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "agree" INTEGER,
    "disagree" INTEGER,
    "blank" INTEGER,
    "aside" INTEGER,
    "unreadable" INTEGER,
    "verdict" "CouncilVerdict",
    "opinions" TEXT[],
    "settled_why" TEXT,

    CONSTRAINT "sitting_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_written" BOOLEAN NOT NULL,
    "sealed" BYTEA,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "vote" "CouncilVote",
    "opinion" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("case_id","person_id")
);

-- CreateTable
CREATE TABLE "council_conflict" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "ConflictKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_conflict_pkey" PRIMARY KEY ("case_id","person_id")
);

-- CreateTable
CREATE TABLE "sitting_key" (
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "with_key_id" UUID,
    "sealed" BYTEA NOT NULL,
    "half" BYTEA,

    CONSTRAINT "sitting_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "council_member_unit_code_person_id_valid_from_key" ON "council_member"("unit_code", "person_id", "valid_from");

-- CreateIndex
CREATE INDEX "council_choice_council_code_idx" ON "council_choice"("council_code");

-- CreateIndex
CREATE INDEX "council_key_person_id_idx" ON "council_key"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_file_id_key" ON "sitting"("file_id");

-- CreateIndex
CREATE INDEX "sitting_unit_code_idx" ON "sitting"("unit_code");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_campaign_id_number_key" ON "sitting"("campaign_id", "number");

-- CreateIndex
CREATE INDEX "sitting_member_person_id_idx" ON "sitting_member"("person_id");

-- CreateIndex
CREATE INDEX "sitting_case_record_id_idx" ON "sitting_case"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_case_sitting_id_record_id_key" ON "sitting_case"("sitting_id", "record_id");

-- CreateIndex
CREATE INDEX "sitting_key_sitting_id_idx" ON "sitting_key"("sitting_id");

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_key" ADD CONSTRAINT "council_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_member" ADD CONSTRAINT "sitting_member_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_case" ADD CONSTRAINT "sitting_case_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_case" ADD CONSTRAINT "sitting_case_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "sitting_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_conflict" ADD CONSTRAINT "council_conflict_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "sitting_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_key" ADD CONSTRAINT "sitting_key_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
