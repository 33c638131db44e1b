-- Initiatives live the common life of records. An initiative keeps its id, its code, its times and what was done with it.

-- CreateTable
CREATE TABLE "initiative_fact" (
    "record_id" UUID NOT NULL,
    "title_folded" TEXT NOT NULL,
    "relation" TEXT,
    "related_id" UUID,
    "is_outstanding" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "initiative_fact_pkey" PRIMARY KEY ("record_id")
);

-- AddForeignKey
ALTER TABLE "initiative_fact" ADD CONSTRAINT "initiative_fact_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_fact" ADD CONSTRAINT "initiative_fact_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- As what is searched is folded: small letters, no accents.
CREATE FUNCTION pg_temp.folded(words text) RETURNS text LANGUAGE sql AS $$
  SELECT lower(translate(normalize(words, NFC),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydaaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'))
$$;

-- What an initiative waits for in a state.
CREATE FUNCTION pg_temp.waits(state text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE state WHEN 'REGISTERED' THEN 'initiative.receive initiative.recognise' WHEN 'RECEIVED' THEN 'initiative.recognise' END
$$;

-- An answer as a version keeps it; what was typed is in the draft it came from, unless that was erased or prefilled.
CREATE FUNCTION pg_temp.kept(draft uuid, question text, value jsonb, typed text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('value', coalesce(value, 'null'::jsonb), 'typed', coalesce(
    (SELECT nullif(a.typed, '') FROM answer a WHERE a.draft_id = draft AND a.field = question), typed, ''))
$$;

-- Whoever registered may be a person no more: the record keeps an author without a name.
INSERT INTO person (id, full_name, given_name, created_at, erased_at)
SELECT DISTINCT author_id, '—', '—', now(), now() FROM initiative i
WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = i.author_id) ON CONFLICT DO NOTHING;

INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, topic, state, waits_for, version, passed_version, author_id,
  title, search_text, is_late, is_sample, sent_at, received_at, decided_at)
SELECT i.id, 'initiative', i.campaign_id, i.unit_code, i.number, i.code, NULL, i.par_field, i.stands, pg_temp.waits(i.stands), 1, 1, i.author_id,
  i.title, pg_temp.folded(concat_ws(' ', i.code, i.title,
    (SELECT string_agg(c->>'name', ' ' ORDER BY nth) FROM jsonb_array_elements(i.co_authors) WITH ORDINALITY AS x(c, nth)), p.full_name)),
  i.is_late, i.is_sample, coalesce(i.person_sent_at, i.registered_at), i.registered_at,
  (SELECT max(a.at) FROM audit a WHERE a.subject_type = 'initiative' AND a.subject_id = i.id::text
    AND a.action NOT IN ('initiative.register', 'initiative.resubmit'))
FROM (
  -- Codes keep their numbers; one that is not of this form, or whose number is taken, gets a number after the last.
  SELECT n.*, CASE WHEN n.nth = 1 AND n.own IS NOT NULL THEN n.own
    ELSE coalesce(max(n.own) OVER (PARTITION BY n.campaign_id), 0)
      + (row_number() OVER (PARTITION BY n.campaign_id, n.nth = 1 AND n.own IS NOT NULL ORDER BY n.code))::int END AS number
  FROM (
    SELECT m.*, row_number() OVER (PARTITION BY m.campaign_id, m.own ORDER BY m.code) AS nth FROM (
      SELECT *, CASE WHEN state = 'REGISTERED' AND received_at IS NOT NULL THEN 'RECEIVED' ELSE state::text END AS stands,
        CASE WHEN code ~ '^SK-[0-9]{1,9}$' THEN substring(code FROM 4)::int END AS own
      FROM initiative
    ) m
  ) n
) i JOIN person p ON p.id = i.author_id;

INSERT INTO record_version (record_id, version, form, form_version, answers, file_ids, author_id, role, sent_at, received_at, claimed_at, passed_at, draft_id)
SELECT i.id, 1, 'initiative', 1,
  jsonb_build_object(
    'title', pg_temp.kept(i.draft_id, 'title', to_jsonb(i.title), i.title),
    'kind', pg_temp.kept(i.draft_id, 'kind', to_jsonb(i.kind::text), ''),
    'parField', pg_temp.kept(i.draft_id, 'parField', to_jsonb(i.par_field), ''),
    'problem', pg_temp.kept(i.draft_id, 'problem', to_jsonb(i.problem), i.problem),
    'content', pg_temp.kept(i.draft_id, 'content', to_jsonb(i.content), i.content),
    'novelty', pg_temp.kept(i.draft_id, 'novelty', to_jsonb(i.novelty), i.novelty),
    'scope', pg_temp.kept(i.draft_id, 'scope', to_jsonb(i.scope), i.scope),
    'startsOn', pg_temp.kept(i.draft_id, 'startsOn', to_jsonb(i.starts_on), i.starts_on),
    'expected', pg_temp.kept(i.draft_id, 'expected', to_jsonb(i.expected), i.expected),
    'selfCheck', pg_temp.kept(i.draft_id, 'selfCheck', to_jsonb(i.self_check), ''),
    'coAuthors', pg_temp.kept(i.draft_id, 'coAuthors', nullif(i.co_authors, '[]'::jsonb), ''),
    'files', pg_temp.kept(i.draft_id, 'files', (
      SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY x.nth)
      FROM unnest(i.file_ids) WITH ORDINALITY AS x(id, nth) JOIN stored_file f ON f.id = x.id), '')
  ) || CASE WHEN i.similar IS NULL THEN '{}'::jsonb
    ELSE jsonb_build_object('similar', pg_temp.kept(i.draft_id, 'similar', i.similar, '')) END,
  coalesce(i.file_ids, '{}'), coalesce(p.id, i.author_id), coalesce(handed.actor_role, 'OFFICIAL'),
  coalesce(i.person_sent_at, i.registered_at), coalesce(i.taken_in_at, i.registered_at), i.claimed_at,
  coalesce(i.taken_in_at, i.registered_at), i.draft_id
FROM (
  SELECT *, CASE relation::text WHEN 'INHERITS' THEN to_jsonb('inherits:' || related_id) WHEN 'REPLICATES' THEN to_jsonb('replicates:' || related_id)
    ELSE (SELECT a.value FROM answer a WHERE a.draft_id = initiative.draft_id AND a.field = 'similar') END AS similar
  FROM initiative
) i
LEFT JOIN LATERAL (
  SELECT a.actor_id, a.actor_role FROM audit a
  WHERE a.subject_type = 'initiative' AND a.subject_id = i.id::text AND a.action IN ('initiative.register', 'initiative.resubmit')
  ORDER BY a.at DESC, a.id DESC LIMIT 1
) handed ON true
LEFT JOIN person p ON p.id = handed.actor_id;

INSERT INTO initiative_fact (record_id, title_folded, relation, related_id, is_outstanding)
SELECT id, title_folded, relation::text, related_id, is_outstanding FROM initiative;

-- Being taken in is a state of its own now: what follows begins there.
INSERT INTO record_move (id, record_id, version, action, "from", "to", waited_for, passed_before, by_id, role, at, reason)
SELECT m.id, m.record_id, 1, m.action, m.was, m.becomes, pg_temp.waits(m.was), CASE WHEN m.was IS NULL THEN 0 ELSE 1 END, p.id, m.actor_role, m.at, m.reason
FROM (
  SELECT t.*, CASE WHEN t.action = 'handIn' AND t.nth = 1 THEN NULL
    ELSE coalesce(lag(t.becomes) OVER (PARTITION BY t.record_id ORDER BY t.at, t.id), t."from") END AS was
  FROM (
    SELECT a.*, i.id AS record_id, row_number() OVER (PARTITION BY i.id ORDER BY a.at, a.id) AS nth,
      CASE WHEN a.action = 'initiative.receive' THEN 'RECEIVED' ELSE coalesce(a."to", '') END AS becomes,
      CASE WHEN a.action IN ('initiative.register', 'initiative.resubmit') THEN 'handIn' ELSE substring(a.action FROM 12) END AS action
    FROM (SELECT id, at, actor_id, actor_role, action, "from", "to", reason, subject_id FROM audit WHERE subject_type = 'initiative') a
    JOIN initiative i ON i.id::text = a.subject_id
  ) t (id, at, actor_id, actor_role, old_action, "from", "to", reason, subject_id, record_id, nth, becomes, action)
) m LEFT JOIN person p ON p.id = m.actor_id
ORDER BY m.at, m.id;
DELETE FROM audit a WHERE a.subject_type = 'initiative' AND EXISTS (SELECT FROM record_move m WHERE m.id = a.id);

UPDATE obligation o SET record_id = (
  SELECT r.id FROM record r WHERE r.kind = 'initiative' AND r.campaign_id = o.campaign_id AND r.unit_code = o.unit_code
    AND r.state NOT IN ('DRAFT', 'REJECTED', 'WITHDRAWN') ORDER BY r.received_at, r.id LIMIT 1)
FROM campaign c
WHERE c.id = o.campaign_id AND o.state = 'MET'
  AND EXISTS (SELECT FROM jsonb_array_elements(c.plan->'duties') AS duty
    WHERE duty->>'code' = o.duty_code AND duty->'metBy'->>'kind' = 'initiative');

-- Forms that are being filled in go on: a correction as one of the record, a sentence about a decision as one about a record.
UPDATE draft SET params = params || CASE WHEN params->>'correcting' IS NULL THEN '{"record": null, "basedOn": 0}'::jsonb
  ELSE jsonb_build_object('record', params->>'correcting', 'basedOn', 1) END
WHERE form = 'initiative';
UPDATE draft SET form = 'record.reason', params = jsonb_build_object('kind', 'initiative', 'id', params->>'id', 'action', params->>'action',
  'questions', '[]'::jsonb, 'about', params->>'code', 'move', params->>'code', 'name', params->>'title')
WHERE form = 'initiatives.reason';

-- Launch documents that were decided upon before they became records can be opened again to where they stood.
UPDATE record_move m SET waited_for = CASE m.action WHEN 'approve' THEN 'launch.approve' ELSE 'launch.decide' END,
  passed_before = CASE m.action WHEN 'approve' THEN 0 ELSE 1 END
FROM record r WHERE r.id = m.record_id AND r.kind = 'launch' AND m.waited_for IS NULL AND m.action IN ('approve', 'accept', 'return');

DROP FUNCTION pg_temp.folded(text);
DROP FUNCTION pg_temp.waits(text);
DROP FUNCTION pg_temp.kept(uuid, text, jsonb, text);

DROP TABLE "initiative";
DROP TYPE "InitiativeState";
DROP TYPE "InitiativeKind";
DROP TYPE "InitiativeRelation";
