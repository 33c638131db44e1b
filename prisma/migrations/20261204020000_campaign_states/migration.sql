-- When a campaign came into its present state.
ALTER TABLE "campaign" ADD COLUMN "state_since" TIMESTAMPTZ(3);
