// Dear ImGui's build settings: everything left out that the page does not use. Seen by Dear ImGui and by all
// that includes it, through IMGUI_USER_CONFIG (FindDearImGui.cmake).
#pragma once

#define IMGUI_IMPL_OPENGL_ES3  // WebGL 2
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// The browser draws the glyphs (platform/glyphs.h). Dear ImGui asks for a loader of last resort by FreeType's
// name, so that its other one, stb_truetype, is not built in; glyphs.cpp answers with the browser's.
#define IMGUI_ENABLE_FREETYPE

// Names of people and places use Han characters beyond U+FFFF.
#define IMGUI_USE_WCHAR32

// A screen full of Chinese passes 16,384 glyphs at 4K, and WebGL 2 cannot draw from a vertex offset.
#define ImDrawIdx unsigned int
