// Plotly.toImage with our outlines and our fonts: a picture drawn from SVG sees neither the page's
// fonts nor its addresses, so both go into the SVG itself.
(() => {
  const draw = Plotly.toImage;
  const fonts = Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 16px "IBM Plex Sans"`, "aĀ")));

  Plotly.toImage = async (figure, options) => {
    await fonts;
    for (const trace of figure.data) {
      if (typeof trace.geojson === "string") trace.geojson = CORDON.geometry[trace.geojson];
    }
    const frame = figure.layout.meta.frame;
    const size = { width: options.width - 2 * frame.left, height: options.height - frame.above - frame.below };
    const chart = await draw(figure, { ...options, ...size, format: "svg", scale: 1, imageDataOnly: true });
    const svg = enclose(chart, frame, options);
    if (options.format === "svg") return svg;
    const url = await paint(svg, options);
    return options.imageDataOnly ? url.slice(url.indexOf(",") + 1) : url;
  };

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

  // The chart as a picture inside a picture, with its texts around it.
  function enclose(chart, frame, { width, height }) {
    const lines = frame.lines.map(({ text, y, size, weight, colour }) =>
      `<text x="${frame.left}" y="${y}" font-size="${size}px" font-weight="${weight}" fill="${colour}">${escape(text)}</text>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
      `<title>${escape(frame.title)}</title><desc>${escape(frame.alt)}</desc><style>${CORDON.fonts}</style>` +
      `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
      `<g class="frame" font-family="'IBM Plex Sans', sans-serif">${lines.join("")}</g>` +
      chart.replace("<svg ", `<svg x="${frame.left}" y="${frame.above}" `) + "</svg>";
  }

  async function paint(svg, { format, width, height, scale }) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return canvas.toDataURL(`image/${format}`);
  }
})();
