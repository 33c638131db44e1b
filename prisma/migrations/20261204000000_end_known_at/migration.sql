-- AlterTable
ALTER TABLE "unit" ADD COLUMN "end_known_at" TIMESTAMPTZ(3);
