// What Dear ImGui's core calls of its tables and columns. The page has its own (app/), so imgui_tables.cpp is left out of
// the build (FindDearImGui.cmake): 9 KB of the page. A use of one would be missing when the page is linked.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable* /*table*/) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData* /*table*/) {}
void TablePushColumnChannel(int /*column*/) {}
void TablePopColumnChannel() {}
void EndTable() {}
void EndColumns() {}

}  // namespace ImGui
