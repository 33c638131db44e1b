import { raw } from 'hono/html'
import { qrSvg } from '../../documents/qr-picture.ts'
import { formatDate } from '../../reading/format.ts'
import type { Award } from '../../store/generated/client.ts'
import type { Translate } from '../../texts.ts'
import type { CertificateText } from './certificate/content.ts'

/** Decisions with certificates, the newest first. */
export function CertificatesPage({
  t,
  decisions,
  address,
}: {
  t: Translate
  decisions: readonly Award[][]
  address: string
}) {
  return (
    <>
      <h1>{t('awards.certificates.title')}</h1>
      <p>{t('awards.certificates.lead')}</p>
      {decisions.length === 0 && <p class="empty">{t('awards.certificates.empty')}</p>}
      <ul>
        {decisions.map(awards => (
          <li>
            <a href={`${address}/${awards[0]?.id}`}>
              {t('awards.certificates.decision', {
                ...{ number: awards[0]?.decisionNumber ?? '', day: formatDate(awards[0]?.decidedOn ?? '') },
                ...{ count: awards.length, handed: awards.filter(({ handedOn }) => handedOn !== null).length },
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ListProps {
  t: Translate
  awards: readonly Award[]
  back: string
  address: string
  csrf: string
}

/** The certificates of one decision; those that were handed over are ticked off. */
export function CertificateList({ t, awards, back, address, csrf }: ListProps) {
  const [first] = awards
  const open = awards.filter(({ handedOn }) => handedOn === null)
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('awards.certificates.title')}</a>
      </p>
      <h1>{t('awards.certificates.of', { number: first?.decisionNumber ?? '' })}</h1>
      <p class="downloads-of-one">
        <a class="button" href={`${back}/word`}>
          {t('awards.certificates.word')}
        </a>{' '}
        <a class="button" href={`${back}/in`}>
          {t('awards.certificates.print')}
        </a>
      </p>
      <p>{t('awards.certificates.unsigned')}</p>
      <form method="post" action={back}>
        <input type="hidden" name="csrf" value={csrf} />
        <table class="records">
          <thead>
            <tr>
              {['golden', 'name', 'unit', 'handedOn', 'handedNote'].map(name => (
                <th scope="col">{t(`awards.fields.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {awards.map(award => (
              <tr>
                <td>{award.golden ?? ''}</td>
                <th scope="row">
                  {award.handedOn === null ? (
                    <label class="choice">
                      <input type="checkbox" name="chon" value={award.id} /> {award.name}
                    </label>
                  ) : (
                    award.name
                  )}
                </th>
                <td>{award.unitName}</td>
                <td>{award.handedOn === null ? '' : formatDate(award.handedOn)}</td>
                <td>{award.handedNote}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {open.length > 0 && (
          <div class="compose">
            <div class="field">
              <label for="ghi-chu">{t('awards.handOver.note')}</label>
              <input id="ghi-chu" name="ghi-chu" maxlength={300} />
            </div>
            <button type="submit" class="button primary">
              {t('awards.certificates.handOver')}
            </button>
          </div>
        )}
      </form>
    </>
  )
}

/** As they are printed, one page each: A4 landscape, the place of the emblem, the signature and the seal left free. */
export function PrintedCertificates({
  t,
  vi,
  certificates,
  back,
}: {
  t: Translate
  /** What is printed is Vietnamese, whoever prints it. */
  vi: Translate
  certificates: readonly CertificateText[]
  back: string
}) {
  return (
    <>
      <p class="crumbs">
        <a href={back}>← {t('awards.certificates.title')}</a> {t('awards.certificates.howToPrint')}
      </p>
      <h1 class="screen-only">{t('awards.certificates.print')}</h1>
      {certificates.map(one => (
        <article class="certificate">
          <p class="motto">
            <strong>{vi('awards.certificate.country')}</strong>
            <strong class="ruled">{vi('awards.certificate.motto')}</strong>
          </p>
          <p class="authority">{one.authority}</p>
          <p class="gives">{vi('awards.certificate.gives')}</p>
          <h2>{vi('awards.certificate.title')}</h2>
          <p class="honoree">{one.name}</p>
          <p>{one.place}</p>
          <p>{one.achievement}</p>
          <div class="foot">
            <div class="code">{raw(qrSvg(one.code, vi('awards.certificate.code')))}</div>
            <p class="decision">
              {vi('awards.certificate.decision', { number: one.decision })}
              <br />
              {one.decisionDate}
              <br />
              {vi('awards.certificate.golden', { golden: one.golden })}
            </p>
            <p class="signer">
              <em>{one.dateLine}</em>
              <strong class="position">{one.position}</strong>
              <span class="pen" />
              <strong>{one.signer}</strong>
            </p>
          </div>
        </article>
      ))}
    </>
  )
}
