import type { Command } from '../../contract/command.ts'
import type { DeskRoom } from '../../contract/desk-page.ts'
import { dutiesOfRole, roleInWords, rolesWithDuties, waysInWords } from './role-duties.ts'

/** The duties that the plan gives to each role, and how each is done in the system. */
export const dutiesRoomOver = (commands: readonly Command[]): DeskRoom => ({
  path: 'viec-theo-vai',
  title: 'myRights.duties.title',
  door: 'house',
  isAside: true,
  mayOpen: person => person.roles.length > 0,

  answer: async (ctx, { rest, form }) => {
    if (rest !== '' || form) return null
    const { t } = ctx
    return {
      title: t('myRights.duties.title'),
      body: () => (
        <>
          <h1>{t('myRights.duties.title')}</h1>
          <p>{t('myRights.duties.lead')}</p>
          {rolesWithDuties(ctx).map(role => (
            <section>
              <h2>{roleInWords(ctx, role)}</h2>
              <table class="records">
                <thead>
                  <tr>
                    {['code', 'what', 'section', 'inSystem'].map(column => (
                      <th scope="col">{t(`myRights.duties.${column}`)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {dutiesOfRole(ctx, role, commands).map(({ duty, ways }) => (
                    <tr>
                      <th scope="row">{duty.code}</th>
                      <td data-label={t('myRights.duties.what')}>{duty.text}</td>
                      <td data-label={t('myRights.duties.section')}>{duty.section}</td>
                      <td data-label={t('myRights.duties.inSystem')}>{waysInWords(ctx, ways)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </>
      ),
    }
  },
})
