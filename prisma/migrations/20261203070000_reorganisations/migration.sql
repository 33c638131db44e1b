-- AlterTable
ALTER TABLE "unit_succession" ADD COLUMN     "is_main" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "reorganisation" (
    "id" UUID NOT NULL,
    "effective_on" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "trace" JSONB,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reorganisation_effective_on_idx" ON "reorganisation"("effective_on");

-- AddForeignKey
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
