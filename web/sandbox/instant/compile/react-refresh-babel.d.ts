declare module "react-refresh/babel" {
  const plugin: unknown;
  export default plugin;
}
