// Draws Dear ImGui's triangles with WebGL 2. Shapes stand where they are told to; glyphs are put on whole device pixels, so
// that each texel of the atlas is one pixel of the screen and Chinese text stays crisp at any ratio.
// Tests: tests/browser (drawn, and drawn again after the context was lost).
import type { Memory } from './program.js';

const VERTEX = `#version 300 es
uniform vec2 size;    // of the page, in device pixels
uniform float ratio;  // device pixels per CSS pixel
uniform vec2 solid;   // texture coordinate of shapes
in vec2 place;
in vec2 texel;
in vec4 tint;
out vec2 at;
out vec4 colour;
void main() {
  vec2 pixel = place * ratio;
  // Slightly more than a half: corners of one glyph that lie on exact halves must all go the same way.
  if (texel != solid) pixel = floor(pixel + 0.5078125);
  gl_Position = vec4(pixel.x / size.x * 2.0 - 1.0, 1.0 - pixel.y / size.y * 2.0, 0.0, 1.0);
  at = texel;
  colour = tint;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D coverage;
in highp vec2 at;
in vec4 colour;
out vec4 result;
void main() { result = vec4(colour.rgb, colour.a * texture(coverage, at).r); }`;

/// ImDrawVert: two floats of place, two of texture, four bytes of colour.
const VERTEX_BYTES = 20;

export class Drawing {
  private readonly gl: WebGL2RenderingContext;
  private readonly textures = new Map<number, WebGLTexture>();
  private program: WebGLProgram | null = null;
  private readonly uniforms = new Map<string, WebGLUniformLocation | null>();
  private vertices: WebGLBuffer | null = null;
  private indices: WebGLBuffer | null = null;
  private ratio = 1;
  private firstVertex = -1;
  private bytesOfAnIndex = 2;

  /// Null where the browser has no WebGL 2.
  static on(canvas: HTMLCanvasElement, memory: Memory): Drawing | null {
    const gl = canvas.getContext('webgl2', {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
    });
    return gl ? new Drawing(gl, canvas, memory) : null;
  }

  private constructor(gl: WebGL2RenderingContext, private readonly canvas: HTMLCanvasElement,
                      private readonly memory: Memory) {
    this.gl = gl;
    this.prepare();
  }

  /// Everything that lives in the graphics card; also called when it comes back after a loss.
  prepare(): void {
    const { gl } = this;
    this.textures.clear();
    this.uniforms.clear();
    const program = this.program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
      const shader = gl.createShader(kind);
      if (!shader) return;  // the context is lost
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    ['place', 'texel', 'tint'].forEach((name, i) => gl.bindAttribLocation(program, i, name));
    gl.linkProgram(program);
    gl.useProgram(program);
    this.vertices = gl.createBuffer();
    this.indices = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.indices);
    for (const i of [0, 1, 2]) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  createTexture(id: number, width: number, height: number): void {
    const { gl } = this;
    const texture = gl.createTexture();
    this.textures.set(id, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8, width, height);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  }

  updateTexture(id: number, x: number, y: number, width: number, height: number, pixels: number, pitch: number): void {
    const { gl } = this;
    gl.bindTexture(gl.TEXTURE_2D, this.textures.get(id) ?? null);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pitch);
    const bytes = this.memory.slice(pixels, pitch * (height - 1) + width);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RED, gl.UNSIGNED_BYTE, bytes);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
  }

  deleteTexture(id: number): void {
    this.gl.deleteTexture(this.textures.get(id) ?? null);
    this.textures.delete(id);
  }

  /// `paper` is 0xAABBGGRR.
  begin(width: number, height: number, ratio: number, paper: number, solidU: number, solidV: number): void {
    const { gl } = this;
    this.ratio = ratio;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor((paper & 255) / 255, (paper >>> 8 & 255) / 255, (paper >>> 16 & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(this.uniform('size'), width * ratio, height * ratio);
    gl.uniform1f(this.uniform('ratio'), ratio);
    gl.uniform2f(this.uniform('solid'), solidU, solidV);
  }

  /// Asked for with the first frame, not before: the answer waits until the card has compiled the program.
  private uniform(name: string): WebGLUniformLocation | null {
    let found = this.uniforms.get(name);
    if (found === undefined) this.uniforms.set(name, found = this.program && this.gl.getUniformLocation(this.program, name));
    return found;
  }

  list(vertices: number, vertexBytes: number, indices: number, indexBytes: number, bytesOfAnIndex: number): void {
    const { gl } = this;
    this.bytesOfAnIndex = bytesOfAnIndex;
    gl.bufferData(gl.ARRAY_BUFFER, this.memory.slice(vertices, vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.memory.slice(indices, indexBytes), gl.STREAM_DRAW);
    this.firstVertex = -1;
  }

  triangles(texture: number, left: number, top: number, right: number, bottom: number, count: number, firstIndex: number,
            firstVertex: number): void {
    const { gl } = this;
    const x = Math.max(0, Math.round(left * this.ratio)), y = Math.max(0, Math.round(top * this.ratio));
    const width = Math.round(right * this.ratio) - x, height = Math.round(bottom * this.ratio) - y;
    if (width <= 0 || height <= 0) return;
    gl.scissor(x, this.canvas.height - y - height, width, height);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.get(texture) ?? null);
    if (firstVertex !== this.firstVertex) {  // WebGL knows no base vertex: move the attributes instead
      const at = firstVertex * VERTEX_BYTES;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, at);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, at + 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, at + 16);
      this.firstVertex = firstVertex;
    }
    const kind = this.bytesOfAnIndex === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT;
    gl.drawElements(gl.TRIANGLES, count, kind, firstIndex * this.bytesOfAnIndex);
  }
}
