-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "parts" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "way" TEXT;

-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "way" TEXT;
