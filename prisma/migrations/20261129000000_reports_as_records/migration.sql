-- Reports and explanations live the common life of records. What one form said is one report, whatever number of targets it serves;
-- its figures stand in a table of their own. Versions, times, files, who decided what in which role: nothing is lost.

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "period" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "report_figure" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "target_code" TEXT NOT NULL,
    "numerator" BIGINT,
    "denominator" BIGINT,
    "is_done" BOOLEAN,
    "text" TEXT NOT NULL DEFAULT '',
    "as_of" TEXT NOT NULL,

    CONSTRAINT "report_figure_pkey" PRIMARY KEY ("record_id","version","target_code")
);

-- CreateIndex
CREATE INDEX "report_figure_target_code_idx" ON "report_figure"("target_code");

-- AddForeignKey
ALTER TABLE "report_figure" ADD CONSTRAINT "report_figure_record_id_version_fkey" FOREIGN KEY ("record_id", "version") REFERENCES "record_version"("record_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As what is searched is folded: small letters, no accents.
CREATE FUNCTION pg_temp.folded(words text) RETURNS text LANGUAGE sql AS $$
  SELECT lower(translate(normalize(words, NFC),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydaaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'))
$$;

-- An answer as a version keeps it; what was typed is in the draft it came from, unless that was erased or prefilled.
CREATE FUNCTION pg_temp.kept(draft uuid, question text, value jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('value', coalesce(value, 'null'::jsonb), 'typed', coalesce(
    (SELECT a.typed FROM answer a WHERE a.draft_id = draft AND a.field = question), ''))
$$;

-- Files as an answer names them.
CREATE FUNCTION pg_temp.files(ids uuid[]) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY x.nth)
  FROM unnest(ids) WITH ORDINALITY AS x(id, nth) JOIN stored_file f ON f.id = x.id
$$;

-- What a report or an explanation waits for in a state.
CREATE FUNCTION pg_temp.waits(state text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN state IN ('SUBMITTED', 'EXPLAINED') THEN 'report.verify' END
$$;

-- The name of a target and of a period, for titles that are rewritten with the next version.
CREATE FUNCTION pg_temp.target_name(campaign uuid, code text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce((SELECT coalesce(t->>'name', t->>'shortName') FROM campaign c, jsonb_array_elements(c.plan->'targets') t
    WHERE c.id = campaign AND t->>'code' = code LIMIT 1), code)
$$;
CREATE FUNCTION pg_temp.period_name(period text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN period ~ '^\d{4}-Q[1-4]$' THEN 'quý ' || (ARRAY['I', 'II', 'III', 'IV'])[right(period, 1)::int] || '/' || left(period, 4)
    WHEN period ~ '^\d{4}-\d\d$' THEN 'tháng ' || right(period, 2)::int || '/' || left(period, 4)
    WHEN period ~ '^\d{4}$' THEN 'năm ' || period
    ELSE period END
$$;

-- Targets of one form are filed under the first of them. Which belong together is what was ever said in one form.
CREATE TEMP TABLE filed_under AS
SELECT r.campaign_id, r.target_code, min(twin.target_code) AS filed
FROM target_report r JOIN target_report twin ON twin.campaign_id = r.campaign_id AND twin.draft_id = r.draft_id
GROUP BY r.campaign_id, r.target_code;

-- One row for each form that was sent: a version. The row of the target it is filed under speaks for all.
CREATE TEMP TABLE said AS
SELECT DISTINCT ON (r.campaign_id, r.unit_code, u.filed, r.period, r.draft_id)
  r.id, r.campaign_id, r.unit_code, u.filed, r.period, r.draft_id, r.state::text AS state, r.awaiting_head, r.is_late, r.sender_id,
  r.numerator, r.denominator, r.is_done, r.text, r.fall_reason, r.file_ids, r.updated_at,
  coalesce(r.person_sent_at, r.sent_at, r.updated_at) AS said_at, coalesce(r.taken_in_at, r.updated_at) AS taken_at, r.claimed_at,
  CASE WHEN r.state <> 'DRAFT' THEN coalesce(r.sent_at, r.updated_at) END AS passed_at, r.version AS old_version,
  NULL::uuid AS record_id, 0 AS version
FROM target_report r JOIN filed_under u ON u.campaign_id = r.campaign_id AND u.target_code = r.target_code
ORDER BY r.campaign_id, r.unit_code, u.filed, r.period, r.draft_id, r.target_code;

UPDATE said s SET version = n.version, record_id = n.record_id FROM (
  SELECT id, row_number() OVER w AS version, last_value(id) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS record_id
  FROM said WINDOW w AS (PARTITION BY campaign_id, unit_code, filed, period ORDER BY old_version, taken_at, id)
) n WHERE n.id = s.id;

-- Whoever reported may be a person no more: the record keeps an author without a name.
INSERT INTO person (id, full_name, given_name, created_at, erased_at)
SELECT DISTINCT sender_id, '—', '—', now(), now() FROM said s WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = s.sender_id)
ON CONFLICT DO NOTHING;

INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, period, state, waits_for, version, passed_version, author_id,
  title, search_text, is_late, sent_at, received_at, decided_at)
SELECT n.record_id, 'report', n.campaign_id, n.unit_code, n.number, 'BC-' || lpad(n.number::text, 3, '0'),
  n.unit_code || ':' || n.filed || ':' || n.period, n.filed, n.period, coalesce(passed.state, 'DRAFT'),
  CASE WHEN n.awaiting_head THEN 'report.approve' WHEN n.state = 'DRAFT' THEN NULL ELSE pg_temp.waits(n.state) END,
  n.version, coalesce(passed.version, 0), n.sender_id, n.title,
  pg_temp.folded('BC-' || lpad(n.number::text, 3, '0') || ' ' || n.title || ' ' || n.codes || ' '), n.is_late, n.said_at, first.taken_at,
  (SELECT max(a.at) FROM audit a WHERE a.subject_type = 'report' AND a.subject_id = n.id::text AND a.action NOT IN ('report.handIn', 'report.correct'))
FROM (
  SELECT s.*, (row_number() OVER (PARTITION BY s.campaign_id ORDER BY s.taken_at, s.id))::int AS number, names.codes,
    concat_ws(': ', names.names || ', ' || pg_temp.period_name(s.period), CASE
      WHEN s.denominator = 0 THEN 'không phát sinh'
      WHEN s.denominator IS NOT NULL THEN s.numerator || '/' || s.denominator
      WHEN s.numerator IS NOT NULL THEN s.numerator::text
      WHEN s.is_done IS NOT NULL THEN CASE WHEN s.is_done THEN 'có' ELSE 'chưa' END
      WHEN s.text <> '' THEN left(s.text, 60) END) AS title
  FROM said s, LATERAL (
    SELECT string_agg(pg_temp.target_name(s.campaign_id, r.target_code), '; ' ORDER BY r.target_code) AS names,
      string_agg(r.target_code, ' ' ORDER BY r.target_code) AS codes
    FROM target_report r WHERE r.campaign_id = s.campaign_id AND r.unit_code = s.unit_code AND r.period = s.period AND r.draft_id = s.draft_id
  ) names
  WHERE s.id = s.record_id
) n
JOIN said first ON first.record_id = n.record_id AND first.version = 1
LEFT JOIN LATERAL (
  SELECT p.version, p.state FROM said p WHERE p.record_id = n.record_id AND p.state <> 'DRAFT' ORDER BY p.version DESC LIMIT 1
) passed ON true;

-- Which form it was stands in the draft it came from; where that is gone, the figure tells.
INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, claimed_at, passed_at, draft_id)
SELECT s.record_id, s.version, s.form, 1,
  CASE s.form
    WHEN 'progress.percent' THEN jsonb_build_object('figure', pg_temp.kept(s.draft_id, 'figure',
      CASE WHEN s.denominator IS NOT NULL THEN jsonb_build_object('numerator', s.numerator, 'denominator', s.denominator) END))
    WHEN 'progress.money' THEN jsonb_build_object('planned', pg_temp.kept(s.draft_id, 'planned', to_jsonb(s.denominator::text)),
      'disbursed', pg_temp.kept(s.draft_id, 'disbursed', to_jsonb(s.numerator::text)))
    WHEN 'progress.yesNo' THEN jsonb_build_object('isDone', pg_temp.kept(s.draft_id, 'isDone', to_jsonb(s.is_done)))
    WHEN 'progress.rank' THEN jsonb_build_object('rank', pg_temp.kept(s.draft_id, 'rank', to_jsonb(s.numerator)))
    WHEN 'progress.count' THEN jsonb_build_object('count', pg_temp.kept(s.draft_id, 'count', to_jsonb(s.numerator)))
    WHEN 'progress.document' THEN jsonb_build_object('document', pg_temp.kept(s.draft_id, 'document', pg_temp.files(s.documents)))
    ELSE jsonb_build_object('text', pg_temp.kept(s.draft_id, 'text', to_jsonb(s.text))) END
  || CASE WHEN s.fall_reason = '' THEN '{}'::jsonb
    ELSE jsonb_build_object('fallReason', pg_temp.kept(s.draft_id, 'fallReason', to_jsonb(s.fall_reason))) END
  || jsonb_build_object('evidence', pg_temp.kept(s.draft_id, 'evidence',
    CASE WHEN s.form = 'progress.document' THEN pg_temp.files(s.evidence) ELSE pg_temp.files(s.file_ids) END))
  || CASE WHEN handed.reason IS NULL THEN '{}'::jsonb
    ELSE jsonb_build_object('correctionReason', pg_temp.kept(s.draft_id, 'correctionReason', to_jsonb(handed.reason))) END,
  coalesce(s.file_ids, '{}'), s.sender_id, coalesce(handed.actor_role, 'CLERK'), s.said_at, s.taken_at, s.claimed_at, s.passed_at, s.draft_id
FROM (
  SELECT s.*, coalesce(d.form, CASE WHEN s.denominator >= 1000000 THEN 'progress.money' WHEN s.denominator IS NOT NULL THEN 'progress.percent'
      WHEN s.is_done IS NOT NULL THEN 'progress.yesNo' WHEN s.numerator IS NOT NULL THEN 'progress.count'
      WHEN s.text = '' AND s.file_ids <> '{}' THEN 'progress.document' ELSE 'progress.text' END) AS form,
    -- Files of the first question, unless the draft says that they were evidence.
    ARRAY(SELECT f FROM unnest(s.file_ids) f WHERE NOT coalesce(evidence.value @> jsonb_build_array(jsonb_build_object('id', f)), false)) AS documents,
    ARRAY(SELECT f FROM unnest(s.file_ids) f WHERE coalesce(evidence.value @> jsonb_build_array(jsonb_build_object('id', f)), false)) AS evidence
  FROM said s LEFT JOIN draft d ON d.id = s.draft_id AND d.form LIKE 'progress.%'
  LEFT JOIN answer evidence ON evidence.draft_id = s.draft_id AND evidence.field = 'evidence' AND jsonb_typeof(evidence.value) = 'array'
) s
LEFT JOIN LATERAL (
  SELECT a.actor_role, a.reason FROM audit a
  WHERE a.subject_type = 'report' AND a.subject_id = s.id::text AND a.action IN ('report.handIn', 'report.correct')
  ORDER BY a.at DESC, a.id DESC LIMIT 1
) handed ON true;

INSERT INTO report_figure (record_id, version, target_code, numerator, denominator, is_done, text, as_of)
SELECT s.record_id, s.version, r.target_code, r.numerator, r.denominator, r.is_done, r.text, r.as_of
FROM target_report r
JOIN filed_under u ON u.campaign_id = r.campaign_id AND u.target_code = r.target_code
JOIN said s ON s.campaign_id = r.campaign_id AND s.unit_code = r.unit_code AND s.filed = u.filed AND s.period = r.period AND s.draft_id = r.draft_id;

-- What was done with the targets of one form was done at once and was written down for each: here it is one move.
INSERT INTO record_move (id, record_id, version, action, "from", "to", waited_for, passed_before, by_id, role, at, reason)
SELECT m.id, m.record_id, m.version, m.action, m.was, CASE WHEN m.becomes = 'AWAITING_HEAD' THEN coalesce(m.was, 'DRAFT') ELSE m.becomes END,
  CASE WHEN m.action IN ('approve', 'sendBack') THEN 'report.approve' WHEN m.action <> 'handIn' THEN pg_temp.waits(m.was) END,
  CASE WHEN m.action IN ('handIn', 'approve', 'sendBack') THEN coalesce((SELECT max(p.version) FROM said p
    WHERE p.record_id = m.record_id AND p.version < m.version AND p.state <> 'DRAFT'), 0) ELSE m.version END,
  p.id, m.actor_role, m.at, m.reason
FROM (
  SELECT a.id, s.record_id, s.version, a.at, a.actor_id, a.actor_role, a.reason, a."to" AS becomes,
    CASE WHEN a.action IN ('report.handIn', 'report.correct') THEN 'handIn' ELSE substring(a.action FROM 8) END AS action,
    CASE WHEN a.action = 'report.handIn' AND s.version = 1
      AND row_number() OVER (PARTITION BY s.record_id ORDER BY a.at, a.id) = 1 THEN NULL ELSE a."from" END AS was
  FROM audit a JOIN said s ON s.id::text = a.subject_id WHERE a.subject_type = 'report'
) m LEFT JOIN person p ON p.id = m.actor_id
ORDER BY m.at, m.id;
DELETE FROM audit a WHERE a.subject_type = 'report' AND EXISTS (SELECT FROM target_report r WHERE r.id::text = a.subject_id);

UPDATE obligation o SET record_id = (
  SELECT r.id FROM record r JOIN report_figure f ON f.record_id = r.id AND f.version = r.version
  WHERE r.kind = 'report' AND r.campaign_id = o.campaign_id AND r.unit_code = o.unit_code AND f.target_code = ANY (o.targets)
    AND (o.period = r.period OR o.period = '') AND (r.state <> 'DRAFT' OR r.waits_for IS NOT NULL)
  ORDER BY (r.period = o.period) DESC, r.sent_at DESC, r.id LIMIT 1)
WHERE o.record_id IS NULL AND o.targets <> '{}' AND o.state IN ('MET', 'WITH_HEAD');

-- Reasons that are being written go on as those of a record. Buttons of messages that were sent lead on by the id of the record.
UPDATE draft d SET form = 'record.reason', params = jsonb_build_object('kind', 'report', 'id', s.record_id, 'action', d.params->>'action',
  'questions', '[]'::jsonb, 'about', r.code, 'name', r.title, 'move', r.code)
FROM said s JOIN record r ON r.id = s.record_id
WHERE d.form = 'progress.reason' AND d.state IN ('OPEN', 'WAITING') AND s.id::text = d.params->>'id';
UPDATE draft SET state = 'CANCELLED' WHERE form = 'progress.reason' AND state IN ('OPEN', 'WAITING');

-- Explanations: what was asked stays a request, what was said becomes a record of the same id.
ALTER TABLE "explanation_request" ADD COLUMN "record_id" UUID;

INSERT INTO person (id, full_name, given_name, created_at, erased_at)
SELECT DISTINCT answered_by_id, '—', '—', now(), now() FROM explanation_request e
WHERE answered_at IS NOT NULL AND answered_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.id = e.answered_by_id) ON CONFLICT DO NOTHING;

INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, period, state, waits_for, version, passed_version, author_id,
  title, search_text, sent_at, received_at, decided_at)
SELECT e.id, 'explanation', e.campaign_id, e.unit_code, e.number, 'GT-' || lpad(e.number::text, 3, '0'), e.id::text, e.target_code, '',
  e.stands, pg_temp.waits(e.stands), 1, 1, e.author, left(e.cause, 80),
  pg_temp.folded('GT-' || lpad(e.number::text, 3, '0') || ' ' || left(e.cause, 80) || '  '),
  coalesce(e.person_sent_at, e.answered_at), coalesce(e.taken_in_at, e.answered_at),
  (SELECT max(a.at) FROM audit a WHERE a.subject_type = 'explanation' AND a.subject_id = e.id::text AND a.action = 'explanation.see')
FROM (
  SELECT x.*, CASE WHEN x.state = 'SEEN' THEN 'SEEN' ELSE 'EXPLAINED' END AS stands,
    coalesce(x.answered_by_id, (SELECT a.actor_id FROM audit a WHERE a.subject_type = 'explanation' AND a.subject_id = x.id::text
      AND a.action = 'explanation.answer' AND EXISTS (SELECT FROM person p WHERE p.id = a.actor_id) LIMIT 1),
      (SELECT id FROM person ORDER BY created_at LIMIT 1)) AS author,
    (row_number() OVER (PARTITION BY x.campaign_id ORDER BY x.answered_at, x.id))::int AS number
  FROM explanation_request x WHERE x.answered_at IS NOT NULL
) e;

INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, claimed_at, passed_at, draft_id)
SELECT e.id, 1, 'forecast.explain', 1,
  jsonb_build_object('cause', pg_temp.kept(coalesce(d.id, e.id), 'cause', to_jsonb(e.cause)),
    'remedy', pg_temp.kept(coalesce(d.id, e.id), 'remedy', to_jsonb(e.remedy))),
  '{}', r.author_id, coalesce((SELECT a.actor_role FROM audit a WHERE a.subject_type = 'explanation' AND a.subject_id = e.id::text
    AND a.action = 'explanation.answer' ORDER BY a.at DESC LIMIT 1), 'CLERK'),
  r.sent_at, r.received_at, e.claimed_at, r.received_at, coalesce(d.id, e.id)
FROM explanation_request e JOIN record r ON r.id = e.id AND r.kind = 'explanation'
LEFT JOIN LATERAL (
  SELECT id FROM draft WHERE form = 'forecast.explain' AND key = e.id::text AND state = 'SUBMITTED' ORDER BY updated_at DESC LIMIT 1
) d ON true;

INSERT INTO record_move (id, record_id, version, action, "from", "to", waited_for, passed_before, by_id, role, at, reason)
SELECT a.id, r.id, 1, CASE a.action WHEN 'explanation.see' THEN 'see' ELSE 'handIn' END,
  CASE a.action WHEN 'explanation.see' THEN 'EXPLAINED' END, CASE a.action WHEN 'explanation.see' THEN 'SEEN' ELSE 'EXPLAINED' END,
  CASE a.action WHEN 'explanation.see' THEN 'report.verify' END, CASE a.action WHEN 'explanation.see' THEN 1 ELSE 0 END,
  p.id, a.actor_role, a.at, a.reason
FROM audit a JOIN record r ON r.id::text = a.subject_id AND r.kind = 'explanation' LEFT JOIN person p ON p.id = a.actor_id
WHERE a.subject_type = 'explanation' AND a.action IN ('explanation.answer', 'explanation.see')
ORDER BY a.at, a.id;
DELETE FROM audit a WHERE a.subject_type = 'explanation' AND EXISTS (SELECT FROM record_move m WHERE m.id = a.id);

UPDATE explanation_request SET record_id = id WHERE answered_at IS NOT NULL;
UPDATE explanation_request SET state = 'EXPLAINED' WHERE state = 'SEEN';

-- Explanations that are being written go on.
UPDATE draft d SET params = d.params || jsonb_build_object('unit', e.unit_code, 'unitName', d.params->>'unit', 'request', e.id,
  'target', e.target_code, 'record', NULL, 'basedOn', 0)
FROM explanation_request e WHERE d.form = 'forecast.explain' AND d.state IN ('OPEN', 'WAITING') AND e.id::text = d.params->>'id';

ALTER TABLE "explanation_request" DROP COLUMN "cause", DROP COLUMN "remedy", DROP COLUMN "answered_by_id", DROP COLUMN "person_sent_at",
  DROP COLUMN "taken_in_at", DROP COLUMN "claimed_at";
ALTER TABLE "explanation_request" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "ExplanationState" RENAME TO "ExplanationState_old";
CREATE TYPE "ExplanationState" AS ENUM ('OPEN', 'EXPLAINED', 'CANCELLED');
ALTER TABLE "explanation_request" ALTER COLUMN "state" TYPE "ExplanationState" USING ("state"::text::"ExplanationState");
ALTER TABLE "explanation_request" ALTER COLUMN "state" SET DEFAULT 'OPEN';
DROP TYPE "ExplanationState_old";
CREATE UNIQUE INDEX "explanation_request_record_id_key" ON "explanation_request"("record_id");
ALTER TABLE "explanation_request" ADD CONSTRAINT "explanation_request_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DROP FUNCTION pg_temp.folded(text);
DROP FUNCTION pg_temp.waits(text);
DROP FUNCTION pg_temp.kept(uuid, text, jsonb);
DROP FUNCTION pg_temp.files(uuid[]);
DROP FUNCTION pg_temp.target_name(uuid, text);
DROP FUNCTION pg_temp.period_name(text);
DROP TABLE filed_under;
DROP TABLE said;

DROP TABLE "target_report";
DROP TYPE "ReportState";
