-- CreateTable
CREATE TABLE "channel_token" (
    "name" TEXT NOT NULL,
    "state" TEXT,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "channel_token_pkey" PRIMARY KEY ("name")
);
