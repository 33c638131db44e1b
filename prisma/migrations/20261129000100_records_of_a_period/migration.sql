-- The board reads the reports of a period, however many others there are.
CREATE INDEX "record_campaign_id_kind_period_idx" ON "record"("campaign_id", "kind", "period");
