-- AlterTable
ALTER TABLE "data_request" ADD COLUMN     "answer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "extendable_to" TEXT,
ADD COLUMN     "extended_why" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ALTER COLUMN "due_on" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "data_request_done_at_idx" ON "data_request"("done_at");
