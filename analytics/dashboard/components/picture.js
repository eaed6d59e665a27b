// Saves the chart on the page as a picture. Plotly is not a global here, so the chart's own
// "Download plot" button does the work: while it copies the chart, the chart wears the layout
// of a picture that stands alone (title, subtitle, footer, ink on white).
export default function ({ data, parentElement }) {
  hideToolbarUnderFingers();
  for (const button of parentElement.querySelectorAll("button")) {
    button.title = `Save this chart as ${button.textContent}`;
    button.onclick = () => save(data, button.dataset.format);
  }
}

function save(data, format) {
  const plot = document.querySelector(`.st-key-${CSS.escape(data.chart)} .js-plotly-plot`);
  const camera = plot?.querySelector('.modebar-btn[data-title^="Download plot"]');
  if (!camera) return;
  const { layout } = plot;
  const options = plot._context.toImageButtonOptions;
  const before = { ...options };
  Object.assign(options, { format, width: data.layout.width, height: data.layout.height });
  plot.layout = data.layout;
  try {
    camera.click();
  } finally {
    plot.layout = layout;
    for (const name of Object.keys(options)) delete options[name];
    Object.assign(options, before);
  }
}

// Without a pointer to hover with, the chart's toolbar would always lie over its legend.
function hideToolbarUnderFingers() {
  const id = "cordon-no-toolbar";
  if (document.getElementById(id)) return;
  const style = document.createElement("style");
  style.id = id;
  style.textContent = "@media (hover: none), (max-width: 640px) { .js-plotly-plot .modebar { display: none } }";
  document.head.append(style);
}
