-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('DRAFT', 'LAUNCHED', 'RUNNING', 'SUMMARISING', 'AWARDED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "ApplicabilityState" AS ENUM ('APPLIES', 'NOT_APPLICABLE', 'PENDING');

-- CreateEnum
CREATE TYPE "ObligationState" AS ENUM ('OPEN', 'WITH_HEAD', 'MET', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CHAIR', 'VICE', 'PNV', 'FOCAL', 'HEAD', 'WARD_CHAIR', 'CLERK', 'COUNCIL', 'OFFICIAL', 'PRESS', 'FRONT', 'CHECKER', 'OBSERVER', 'ADMIN');

-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('ACTIVE', 'INACTIVE');

-- CreateEnum
CREATE TYPE "DataRequestKind" AS ENUM ('EXPORT', 'CORRECT', 'WITHDRAW', 'DELETE');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('OPEN', 'SUBMITTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('PENDING', 'STORED', 'REFUSED', 'FAILED');

-- CreateEnum
CREATE TYPE "OutboxKind" AS ENUM ('REPLY', 'NOTICE', 'REMINDER', 'BROADCAST');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN', 'UNREACHABLE', 'EXPIRED', 'DEAD');

-- CreateEnum
CREATE TYPE "LaunchDocumentState" AS ENUM ('NOT_SENT', 'SENT', 'RETURNED', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('DRAFT', 'SUBMITTED', 'VERIFIED', 'RETURNED', 'LOCKED');

-- CreateEnum
CREATE TYPE "InitiativeState" AS ENUM ('DRAFT', 'REGISTERED', 'REJECTED', 'RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED', 'WITHDRAWN', 'NOT_EFFECTIVE');

-- CreateEnum
CREATE TYPE "InitiativeKind" AS ENUM ('MODEL', 'SOLUTION', 'INITIATIVE', 'GOOD_PRACTICE', 'NEW_TECHNOLOGY');

-- CreateEnum
CREATE TYPE "InitiativeRelation" AS ENUM ('INHERITS', 'REPLICATES');

-- CreateEnum
CREATE TYPE "ReminderState" AS ENUM ('PLANNED', 'QUEUED', 'SENT', 'ACKNOWLEDGED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED', 'UNREACHABLE');

-- CreateEnum
CREATE TYPE "ReminderOrderKind" AS ENUM ('PROMISE', 'NOT_MINE', 'STOP', 'RESUME', 'SKIP', 'HASTEN');

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" "CampaignState" NOT NULL DEFAULT 'LAUNCHED',
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "from_code" TEXT NOT NULL,
    "to_code" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("from_code","to_code")
);

-- CreateTable
CREATE TABLE "applicability" (
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "target_code" TEXT NOT NULL,
    "state" "ApplicabilityState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'plan',

    CONSTRAINT "applicability_pkey" PRIMARY KEY ("campaign_id","unit_code","target_code")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "duty_code" TEXT NOT NULL,
    "period" TEXT NOT NULL DEFAULT '',
    "targets" TEXT[],
    "due_on" TEXT NOT NULL,
    "opens_on" TEXT NOT NULL,
    "remind_by" TEXT NOT NULL,
    "state" "ObligationState" NOT NULL DEFAULT 'OPEN',
    "met_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "returned_on" TEXT,
    "next_reminder_at" TIMESTAMPTZ(3),

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "preferred_account_id" UUID,
    "quiet_from" TEXT,
    "quiet_to" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "person_id" UUID,
    "display_name" TEXT NOT NULL DEFAULT '',
    "state" "AccountState" NOT NULL DEFAULT 'ACTIVE',
    "inactive_why" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "full_name" TEXT,
    "max_uses" INTEGER NOT NULL DEFAULT 1,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "notice_version" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "DataRequestKind" NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "web_session" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "channel" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("channel","event_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "account_id" UUID NOT NULL,
    "prompt_no" INTEGER NOT NULL DEFAULT 0,
    "prompt" JSONB,
    "draft_id" UUID,
    "last_inbound_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "account_id" UUID,
    "form" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "params" JSONB NOT NULL,
    "position" TEXT NOT NULL,
    "pending" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "state" "DraftState" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "draft_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB,
    "typed" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("draft_id","field")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "FileState" NOT NULL DEFAULT 'PENDING',
    "sha256" TEXT,
    "size" INTEGER,
    "mime" TEXT,
    "channel" TEXT NOT NULL,
    "channel_ref" TEXT,
    "account_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "why" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_content" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "outbox" (
    "seq" BIGSERIAL NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" "OutboxKind" NOT NULL,
    "body" JSONB NOT NULL,
    "state" "OutboxState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "external_id" TEXT,
    "why" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "chat_line" (
    "seq" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "from_bot" BOOLEAN NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_line_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "launch_document" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "state" "LaunchDocumentState" NOT NULL DEFAULT 'NOT_SENT',
    "awaiting_head" BOOLEAN NOT NULL DEFAULT false,
    "number" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "file_ids" UUID[],
    "note" TEXT NOT NULL DEFAULT '',
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3),
    "sender_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "launch_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_report" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "target_code" TEXT NOT NULL,
    "period" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "ReportState" NOT NULL DEFAULT 'DRAFT',
    "awaiting_head" BOOLEAN NOT NULL DEFAULT false,
    "numerator" BIGINT,
    "denominator" BIGINT,
    "is_done" BOOLEAN,
    "text" TEXT NOT NULL DEFAULT '',
    "fall_reason" TEXT NOT NULL DEFAULT '',
    "as_of" TEXT NOT NULL,
    "file_ids" UUID[],
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3),
    "sender_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "InitiativeState" NOT NULL,
    "title" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "kind" "InitiativeKind" NOT NULL,
    "par_field" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "novelty" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "self_check" TEXT[],
    "co_authors" JSONB NOT NULL,
    "file_ids" UUID[],
    "relation" "InitiativeRelation",
    "related_id" UUID,
    "is_outstanding" BOOLEAN NOT NULL DEFAULT false,
    "received_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "reason" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "state" "ReminderState" NOT NULL,
    "planned_on" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outbox_key" TEXT,
    "why" TEXT,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_order" (
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "kind" "ReminderOrderKind" NOT NULL,
    "person_id" UUID,
    "value" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_code_key" ON "campaign"("code");

-- CreateIndex
CREATE INDEX "unit_parent_code_idx" ON "unit"("parent_code");

-- CreateIndex
CREATE INDEX "obligation_campaign_id_state_remind_by_idx" ON "obligation"("campaign_id", "state", "remind_by");

-- CreateIndex
CREATE INDEX "obligation_state_next_reminder_at_idx" ON "obligation"("state", "next_reminder_at");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_campaign_id_unit_code_duty_code_period_key" ON "obligation"("campaign_id", "unit_code", "duty_code", "period");

-- CreateIndex
CREATE INDEX "role_assignment_unit_code_role_idx" ON "role_assignment"("unit_code", "role");

-- CreateIndex
CREATE UNIQUE INDEX "role_assignment_person_id_unit_code_role_valid_from_key" ON "role_assignment"("person_id", "unit_code", "role", "valid_from");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_channel_external_id_key" ON "account"("channel", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE INDEX "inbound_event_received_at_idx" ON "inbound_event"("received_at");

-- CreateIndex
CREATE INDEX "draft_person_id_state_idx" ON "draft"("person_id", "state");

-- CreateIndex
CREATE INDEX "stored_file_state_next_attempt_at_idx" ON "stored_file"("state", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedupe_key_key" ON "outbox"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_state_not_before_idx" ON "outbox"("state", "not_before");

-- CreateIndex
CREATE INDEX "outbox_account_id_state_idx" ON "outbox"("account_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "chat_line_key_key" ON "chat_line"("key");

-- CreateIndex
CREATE INDEX "chat_line_account_id_seq_idx" ON "chat_line"("account_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "launch_document_campaign_id_unit_code_key" ON "launch_document"("campaign_id", "unit_code");

-- CreateIndex
CREATE INDEX "target_report_campaign_id_state_idx" ON "target_report"("campaign_id", "state");

-- CreateIndex
CREATE INDEX "target_report_unit_code_target_code_updated_at_idx" ON "target_report"("unit_code", "target_code", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "target_report_campaign_id_unit_code_target_code_period_vers_key" ON "target_report"("campaign_id", "unit_code", "target_code", "period", "version");

-- CreateIndex
CREATE INDEX "initiative_campaign_id_unit_code_state_idx" ON "initiative"("campaign_id", "unit_code", "state");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_campaign_id_code_key" ON "initiative"("campaign_id", "code");

-- CreateIndex
CREATE INDEX "audit_subject_type_subject_id_at_idx" ON "audit"("subject_type", "subject_id", "at");

-- CreateIndex
CREATE INDEX "reminder_state_idx" ON "reminder"("state");

-- CreateIndex
CREATE INDEX "reminder_outbox_key_idx" ON "reminder"("outbox_key");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_obligation_id_person_id_step_key" ON "reminder"("obligation_id", "person_id", "step");

-- CreateIndex
CREATE INDEX "reminder_order_obligation_id_idx" ON "reminder_order"("obligation_id");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_from_code_fkey" FOREIGN KEY ("from_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_to_code_fkey" FOREIGN KEY ("to_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applicability" ADD CONSTRAINT "applicability_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applicability" ADD CONSTRAINT "applicability_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "launch_document" ADD CONSTRAINT "launch_document_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "launch_document" ADD CONSTRAINT "launch_document_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_report" ADD CONSTRAINT "target_report_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_order" ADD CONSTRAINT "reminder_order_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
