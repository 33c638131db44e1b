-- What is known of sessions that were open before: when they began.
ALTER TABLE "web_session" ADD COLUMN "last_seen_at" TIMESTAMPTZ(3),
ADD COLUMN "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN "second_step_at" TIMESTAMPTZ(3);
UPDATE "web_session" SET "last_seen_at" = "created_at";
ALTER TABLE "web_session" ALTER COLUMN "last_seen_at" SET NOT NULL;

-- CreateTable
CREATE TABLE "second_step" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "recovery_hashes" TEXT[],

    CONSTRAINT "second_step_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "second_step" ADD CONSTRAINT "second_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
