import type { Block } from '../blocks.ts';
import { Button, Note, Quote, Rows } from './blocks.tsx';
import { Heading, Lines, Link, List, Paragraph, Small } from './parts.tsx';

/** The body of a mail as HTML. */
export function Body({ blocks }: { blocks: Block[] }) {
  return (
    <>
      {blocks.map(block => (
        <View {...block} />
      ))}
    </>
  );
}

function View(block: Block) {
  switch (block.type) {
    case 'section':
      return (
        <>
          <Heading>{block.title}</Heading>
          <Body blocks={block.parts} />
        </>
      );
    case 'paragraph':
      return <Paragraph>{block.text}</Paragraph>;
    case 'small':
      return <Small>{block.text}</Small>;
    case 'note':
      return (
        <Note>
          <Lines>{block.text.split('\n')}</Lines>
        </Note>
      );
    case 'quote':
      return <Quote>{block.text}</Quote>;
    case 'list':
      return <List ordered={block.ordered} items={block.items} />;
    case 'rows':
      return <Rows rows={block.rows} />;
    case 'button':
      return <Button href={block.url}>{block.label}</Button>;
    case 'link':
      return (
        <Paragraph>
          {block.before && `${block.before} `}
          <Link href={block.url}>{block.label}</Link>
        </Paragraph>
      );
    case 'address':
      return (
        <Small>
          {block.before}
          <br />
          <Link href={block.url}>{block.url}</Link>
        </Small>
      );
  }
}
