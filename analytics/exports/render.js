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
    const plain = await draw(figure, { ...options, format: "svg", scale: 1, imageDataOnly: true });
    const svg = plain.replace(/<svg [^>]*>/, (tag) => `${tag}<style>${CORDON.fonts}</style>`);
    if (options.format === "svg") return svg;
    const url = await paint(svg, options);
    return options.imageDataOnly ? url.slice(url.indexOf(",") + 1) : url;
  };

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
