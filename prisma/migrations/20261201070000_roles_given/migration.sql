-- AlterTable
ALTER TABLE "person" ADD COLUMN     "joined_into" UUID;

-- AlterTable
ALTER TABLE "role_assignment" ADD COLUMN     "in_place_of" UUID;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_joined_into_fkey" FOREIGN KEY ("joined_into") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_in_place_of_fkey" FOREIGN KEY ("in_place_of") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
