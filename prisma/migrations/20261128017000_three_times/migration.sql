-- AlterEnum
ALTER TYPE "DraftState" ADD VALUE 'WAITING';

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_in" UUID,
ADD COLUMN     "waits_for" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "explanation_request" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_in_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "initiative" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_in_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "launch_document" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_in_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "target_report" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_in_at" TIMESTAMPTZ(3);

-- What was handed in before: the time at which it was taken in is the only one that is known.
UPDATE "launch_document" SET person_sent_at = coalesce(sent_at, updated_at), taken_in_at = coalesce(sent_at, updated_at);
UPDATE "target_report" SET person_sent_at = coalesce(sent_at, updated_at), taken_in_at = coalesce(sent_at, updated_at);
UPDATE "initiative" SET person_sent_at = registered_at, taken_in_at = registered_at;
UPDATE "explanation_request" SET person_sent_at = answered_at, taken_in_at = answered_at WHERE answered_at IS NOT NULL;
