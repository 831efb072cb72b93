import { useMemo } from "react";
import { Scrolled } from "./Scrolled.tsx";
import { readProse, type Block, type Inline } from "./prose.ts";

/** A model's text with its paragraphs, lists and code; nothing in it is ever HTML. */
export function Prose({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readProse(text), [text]);
  return (
    <div className="chat-prose">
      {blocks.map((block, at) => (
        // Text only grows at its end, so that a block keeps its place.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Line inside={block.inside} />
        </p>
      );
    case "heading":
      return (
        <p className="chat-heading">
          <Line inside={block.inside} />
        </p>
      );
    case "code":
      return <Scrolled label="Code">{block.text}</Scrolled>;
    case "list": {
      const List = block.isOrdered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((inside, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <li key={at}>
              <Line inside={inside} />
            </li>
          ))}
        </List>
      );
    }
  }
}

const Line = ({ inside }: { readonly inside: readonly Inline[] }) =>
  inside.map((one, at) => <Stretch key={`${at}${one.kind}`} one={one} />);

function Stretch({ one }: { readonly one: Inline }) {
  switch (one.kind) {
    case "text":
      return one.text;
    case "code":
      return <code>{one.text}</code>;
    case "strong":
      return <strong>{one.text}</strong>;
    case "emphasis":
      return <em>{one.text}</em>;
    case "link":
      return (
        <a className="ui-link" href={one.to} target="_blank" rel="noreferrer noopener">
          {one.text}
        </a>
      );
  }
}
