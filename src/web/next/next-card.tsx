import { useReach } from '../consent/use-reach.ts'
import { NextPerson, type NextProps } from './next-person.tsx'

/** The next person, by the ways that the law leaves open at this moment. */
export function NextCard(props: NextProps) {
  return <NextPerson {...props} reach={useReach(props.suggestion.contact)} />
}
