-- A record that goes on with the unit that has taken the place of its own: from which, to which.
ALTER TABLE "record_move" ADD COLUMN     "from_unit" TEXT,
ADD COLUMN     "to_unit" TEXT;
