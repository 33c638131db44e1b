-- The search over everything finds records by the beginnings of their words without reading every record.
CREATE INDEX "record_words_idx" ON "record" USING GIN (to_tsvector('simple', translate("search_text", '-/.', '   ')));
