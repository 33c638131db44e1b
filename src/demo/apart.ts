import { Complaint } from '../complaint.ts'
import type { System } from '../intake/system.ts'
import { personsKey } from './demo.ts'

/**
 * Keeps a demonstration, where anybody may act as anybody, and real people apart, in the database itself: it refuses a
 * demonstration over data of real people, and a real start over what a demonstration has left, its sessions included.
 *
 * @throws Complaint with one line that names the fix
 */
export async function keepApart({ prisma, texts, defaultLocale }: System, isDemo: boolean): Promise<void> {
  const t = texts(defaultLocale)
  if (!isDemo) {
    if (await prisma.setting.findUnique({ where: { key: personsKey } })) throw new Complaint(t('demo.folderOfDemo'))
    return
  }
  if ((await prisma.person.count({ where: { isSample: false } })) > 0) throw new Complaint(t('demo.realPeople'))
  // Whoever joins in a demonstration, by whatever way, plays a part in it, and what they hand in is a sample.
  await prisma.$executeRaw`
    CREATE OR REPLACE FUNCTION demo_sample() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.is_sample := true; RETURN NEW; END $$`
  await prisma.$executeRaw`
    CREATE OR REPLACE TRIGGER demo_person BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION demo_sample()`
  await prisma.$executeRaw`
    CREATE OR REPLACE TRIGGER demo_record BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION demo_sample()`
}
