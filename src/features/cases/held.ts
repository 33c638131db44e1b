import type { PersonalData } from '../../people/personal-data.ts'

/** The register of cases: locked up; it is dealt with by law and not erased on request. */
export const heldOfCases: PersonalData = {
  name: 'cases',
  says: {
    case_version: { sealed: { kept: 'hồ sơ vụ việc được mã hóa, lưu theo quy định về xử lý cán bộ, công chức' } },
    case_export: { why: 'words' },
  },
}
