/** What hinders a page of the desk from doing what was asked, one sentence each, read aloud at once; nothing where there is none. */
export function ProblemList({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <ul class="flash bad" role="alert">
      {problems.map(problem => (
        <li>{problem}</li>
      ))}
    </ul>
  )
}
