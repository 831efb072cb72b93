import type { ToolName } from "../../shared/ports/model.ts";

interface ToolDefinition {
  readonly name: ToolName;
  readonly description: string;
  readonly input_schema: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, { type: string; description: string }>>;
    readonly required: string[];
    readonly additionalProperties: false;
  };
}

const tool = (
  name: ToolName,
  description: string,
  fields: Readonly<Record<string, string>>,
): ToolDefinition => ({
  name,
  description,
  input_schema: {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, said]) => [key, { type: "string", description: said }]),
    ),
    required: Object.keys(fields),
    additionalProperties: false,
  },
});

const PATH = "Path inside the project, with slashes: src/App.tsx";

const TOOLS: Readonly<Record<ToolName, ToolDefinition>> = {
  read_file: tool("read_file", "Reads a text file.", { path: PATH }),
  write_file: tool("write_file", "Writes a new file, or a whole one anew.", {
    path: PATH,
    content: "The whole content",
  }),
  edit_file: tool("edit_file", "Replaces a block that occurs exactly once in a file.", {
    path: PATH,
    old: "The block as it is now, letter for letter, with enough around it to occur once",
    new: "What takes its place",
  }),
  delete_file: tool("delete_file", "Deletes a text file; what imports it is changed apart.", {
    path: PATH,
  }),
  rename_file: tool(
    "rename_file",
    "Gives a text file another path; what imports it is changed apart.",
    {
      path: PATH,
      to: "The new path; nothing may be there",
    },
  ),
  list_files: tool("list_files", "Lists the files below a folder.", {
    folder: "Folder inside the project; empty for all",
  }),
  search_files: tool("search_files", "Finds lines that contain a text, in all files.", {
    text: "The text to find, letter for letter",
  }),
  check_logs: tool("check_logs", "Gives the build's state and the page's errors.", {}),
  run_command: tool("run_command", "Runs a command in the project; the owner may be asked first.", {
    command: "Program and arguments",
  }),
};

/** The tools of these names, always in the same order: another order would miss the provider's cache. */
export const toolsNamed = (names: readonly ToolName[]): readonly ToolDefinition[] =>
  Object.values(TOOLS).filter(({ name }) => names.includes(name));
