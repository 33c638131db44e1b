-- All endings of all words of a text, by which an index finds a word from its middle on as well. Of an ending 24 signs are kept, and of a
-- text so many endings as fit in for certain: what a person hands in is never refused for its length. Its cost is told so that it is read from the index, and never worked out row by row.
CREATE OR REPLACE FUNCTION word_endings(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
  SELECT array_to_tsvector(coalesce(array_agg(ending), '{}')) FROM (
    SELECT DISTINCT substr(word, place, 24) COLLATE "C" AS ending
    FROM regexp_split_to_table(words, '\s+') AS word, generate_series(1, length(word)) AS place ORDER BY 1 LIMIT 9000) AS endings
$$;
