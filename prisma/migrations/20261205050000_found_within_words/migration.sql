-- Words are found from their middle on as well, a state and the latest of all kinds in the order of an index.
CREATE OR REPLACE FUNCTION word_endings(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
  SELECT array_to_tsvector(coalesce(array_agg(ending), '{}')) FROM (
    SELECT DISTINCT substr(word, place, 24) COLLATE "C" AS ending
    FROM regexp_split_to_table(words, '\s+') AS word, generate_series(1, length(word)) AS place ORDER BY 1 LIMIT 9000) AS endings
$$;

DROP INDEX "record_words_idx";
CREATE INDEX "record_word_endings_idx" ON "record" USING GIN (word_endings("search_text"));

CREATE INDEX "record_campaign_id_sent_at_idx" ON "record"("campaign_id", "sent_at");
CREATE INDEX "record_campaign_id_kind_state_sent_at_idx" ON "record"("campaign_id", "kind", "state", "sent_at");
