import { fieldId } from './field.tsx';

export interface TickBox {
  name: string;
  label: string;
  note: string;
  checked: boolean;
}

/** Boxes to tick, each with what it means and a name of its own. `id`: of the first box, where an error leads to. */
export function TickBoxes({ id, boxes, fixed }: { id?: string; boxes: readonly TickBox[]; fixed?: boolean }) {
  return (
    <>
      {boxes.map((box, index) => (
        <TickRow key={box.name} box={box} id={(index === 0 && id) || fieldId(box.name)} fixed={fixed} />
      ))}
    </>
  );
}

function TickRow({ box, id, fixed }: { box: TickBox; id: string; fixed?: boolean }) {
  const { name, label, note, checked } = box;
  return (
    <div class="choice">
      <input
        class="choice__input"
        type="checkbox"
        id={id}
        name={name}
        value="yes"
        checked={checked}
        disabled={fixed}
        aria-describedby={`${id}-note`}
      />
      {/* What is disabled is not sent. */}
      {fixed && checked && <input type="hidden" name={name} value="yes" />}
      <div class="choice__text">
        <label class="choice__label" for={id}>
          {label}
        </label>
        <div class="choice__note" id={`${id}-note`}>
          {note}
        </div>
      </div>
    </div>
  );
}
