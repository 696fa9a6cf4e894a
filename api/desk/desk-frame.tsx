import type { ComponentChildren } from 'preact';
import { DeskPage, type DeskPageProps } from '../ui/pages/desk-page.tsx';
import type { DeskContext } from './desk-context.ts';

/** A page of the desk for whoever is signed in. */
export function DeskFrame(props: {
  context: DeskContext;
  title: string;
  current?: DeskPageProps['current'];
  children: ComponentChildren;
}) {
  const { staff, keys, unmatched, waiting } = props.context;
  return <DeskPage {...props} staff={{ name: staff.name, keys, unmatched, waiting }} />;
}
