-- One life for everything that is handed in and decided upon. Launch documents first: nothing of them is lost, and what
-- points at them by id goes on pointing at the same record.

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN     "record_id" UUID;

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "key" TEXT,
    "topic" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "waits_for" TEXT,
    "version" INTEGER NOT NULL,
    "passed_version" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_version" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "file_ids" UUID[],
    "author_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "draft_id" UUID NOT NULL,

    CONSTRAINT "record_version_pkey" PRIMARY KEY ("record_id","version")
);

-- CreateTable
CREATE TABLE "record_move" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "waited_for" TEXT,
    "passed_before" INTEGER NOT NULL,
    "by_id" UUID,
    "role" TEXT NOT NULL,
    "role_unit" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "marks" JSONB,

    CONSTRAINT "record_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_campaign_id_kind_sent_at_idx" ON "record"("campaign_id", "kind", "sent_at");

-- CreateIndex
CREATE INDEX "record_campaign_id_unit_code_kind_idx" ON "record"("campaign_id", "unit_code", "kind");

-- CreateIndex
CREATE INDEX "record_author_id_idx" ON "record"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_campaign_id_kind_number_key" ON "record"("campaign_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "record_campaign_id_kind_key_key" ON "record"("campaign_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "record_campaign_id_code_key" ON "record"("campaign_id", "code");

-- CreateIndex
CREATE INDEX "record_version_file_ids_idx" ON "record_version" USING GIN ("file_ids");

-- CreateIndex
CREATE UNIQUE INDEX "record_move_seq_key" ON "record_move"("seq");

-- CreateIndex
CREATE INDEX "record_move_record_id_at_idx" ON "record_move"("record_id", "at");

-- CreateIndex
CREATE INDEX "obligation_record_id_idx" ON "obligation"("record_id");

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_move" ADD CONSTRAINT "record_move_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_move" ADD CONSTRAINT "record_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What waits for somebody is a small part of all records.
CREATE INDEX "record_waits_for_idx" ON "record"("campaign_id", "waits_for", "sent_at") WHERE "waits_for" IS NOT NULL;

-- Whoever handed in may have been erased from nowhere: a sender that is no person any more stays as a person without a name.
INSERT INTO person (id, full_name, given_name, created_at, erased_at)
SELECT DISTINCT sender_id, '—', '—', updated_at, updated_at FROM launch_document d
WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = d.sender_id) ON CONFLICT DO NOTHING;

INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, state, waits_for, version, passed_version, author_id,
  title, search_text, is_late, sent_at, received_at, decided_at)
SELECT d.id, 'launch', d.campaign_id, d.unit_code, d.nth, 'PD-' || lpad(d.nth::text, 3, '0'), d.unit_code, '', d.state::text,
  CASE WHEN d.awaiting_head THEN 'launch.approve' WHEN d.state = 'SENT' THEN 'launch.decide' END,
  1, CASE WHEN d.sent_at IS NULL OR d.awaiting_head THEN 0 ELSE 1 END, d.sender_id, d.number,
  lower('pd-' || lpad(d.nth::text, 3, '0') || ' ' || d.number), d.is_late, coalesce(d.person_sent_at, d.sent_at, d.updated_at), coalesce(d.taken_in_at, d.updated_at),
  (SELECT max(a.at) FROM audit a WHERE a.subject_type = 'launch-document' AND a.subject_id = d.id::text AND a.action <> 'launch.handIn')
FROM (
  SELECT l.*, row_number() OVER (PARTITION BY campaign_id ORDER BY coalesce(sent_at, updated_at), id)::int AS nth FROM launch_document l
) d;

-- Of a version, what was typed is in the draft it came from, unless that was erased.
INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, claimed_at, passed_at, draft_id)
SELECT d.id, 1, 'launch', 1,
  jsonb_build_object(
    'files', jsonb_build_object('typed', '', 'value', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY x.nth)
      FROM unnest(d.file_ids) WITH ORDINALITY AS x(id, nth) JOIN stored_file f ON f.id = x.id), 'null'::jsonb)),
    'number', jsonb_build_object('value', d.number, 'typed', coalesce(
      (SELECT typed FROM answer n WHERE n.draft_id = d.draft_id AND n.field = 'number'), d.number)),
    'signedOn', jsonb_build_object('value', d.signed_on, 'typed', coalesce(
      (SELECT typed FROM answer n WHERE n.draft_id = d.draft_id AND n.field = 'signedOn'), d.signed_on)),
    'note', jsonb_build_object('value', nullif(d.note, ''), 'typed', d.note)),
  d.file_ids, d.sender_id,
  coalesce((SELECT a.actor_role FROM audit a WHERE a.subject_type = 'launch-document' AND a.subject_id = d.id::text
    AND a.action = 'launch.handIn' ORDER BY a.at DESC LIMIT 1), 'CLERK'),
  coalesce(d.person_sent_at, d.sent_at, d.updated_at), coalesce(d.taken_in_at, d.updated_at), d.claimed_at, CASE WHEN NOT d.awaiting_head THEN d.sent_at END, d.draft_id
FROM launch_document d;

INSERT INTO record_move (id, record_id, version, action, "from", "to", passed_before, by_id, role, at, reason)
SELECT a.id, a.subject_id::uuid, 1, substring(a.action FROM 8), a."from", CASE WHEN a."to" = 'AWAITING_HEAD' THEN coalesce(a."from", 'NOT_SENT') ELSE coalesce(a."to", '') END,
  0, (SELECT id FROM person p WHERE p.id = a.actor_id), a.actor_role, a.at, a.reason
FROM audit a WHERE a.subject_type = 'launch-document' AND EXISTS (SELECT FROM launch_document d WHERE d.id::text = a.subject_id)
ORDER BY a.at, a.id;
DELETE FROM audit a WHERE a.subject_type = 'launch-document' AND EXISTS (SELECT FROM record_move m WHERE m.id = a.id);

UPDATE obligation o SET record_id = r.id FROM record r, campaign c
WHERE r.kind = 'launch' AND r.campaign_id = o.campaign_id AND r.unit_code = o.unit_code AND c.id = o.campaign_id
  AND o.state IN ('MET', 'WITH_HEAD')
  AND EXISTS (SELECT FROM jsonb_array_elements(c.plan->'duties') AS duty
    WHERE duty->>'code' = o.duty_code AND duty->'metBy'->>'kind' = 'launchDocument');

-- Forms that are open go on: a document that came back is corrected as its next version, a reason that was being written is one of a record.
UPDATE draft d SET params = d.params || jsonb_build_object('record', r.id, 'basedOn', r.version)
FROM record r, campaign c
WHERE d.form = 'launch' AND d.state IN ('OPEN', 'WAITING') AND r.kind = 'launch' AND r.unit_code = d.params->>'unit'
  AND c.id = r.campaign_id AND c.is_active;
UPDATE draft d SET params = d.params || '{"record": null, "basedOn": 0}'::jsonb
WHERE d.form = 'launch' AND d.state IN ('OPEN', 'WAITING') AND NOT d.params ? 'basedOn';
UPDATE draft d SET form = 'record.reason', params = d.params || jsonb_build_object('kind', 'launch', 'about', r.code, 'name', r.title,
  'move', CASE WHEN d.params->>'action' = 'sendBack' THEN 'Trả lại đầu mối' ELSE 'Trả lại để bổ sung' END)
FROM record r WHERE d.form = 'launch.reason' AND d.state = 'OPEN' AND r.id::text = d.params->>'id';

DROP TABLE "launch_document";
DROP TYPE "LaunchDocumentState";
