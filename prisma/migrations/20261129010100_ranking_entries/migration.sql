-- CreateTable
CREATE TABLE "ranking_entry" (
    "year" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "score_thousandths" INTEGER,
    "decision" TEXT NOT NULL,
    "decided_on" TEXT,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ranking_entry_pkey" PRIMARY KEY ("year","unit_code")
);

-- AddForeignKey
ALTER TABLE "ranking_entry" ADD CONSTRAINT "ranking_entry_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
