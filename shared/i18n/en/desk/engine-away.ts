/** On every page of the desk while Temporal cannot be reached. */
export const engineAway = {
  title: 'Deals cannot be changed at the moment',
  text: 'Temporal, the engine that runs the deals, cannot be reached. You can read everything here. A step you take is refused for now, and the form keeps what you typed. What AWS sends meanwhile is kept and reaches the deals afterwards. This notice disappears once the engine is back.',
};
