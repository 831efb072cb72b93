import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { FailedScreen } from "./screens/FailedScreen.tsx";
import { NotFoundScreen } from "./screens/NotFoundScreen.tsx";
import { StartRoute } from "./screens/start-route.tsx";

const root = createRootRoute({ component: Outlet });

const start = createRoute({ getParentRoute: () => root, path: "/", component: StartRoute });

const studio = createRoute({
  getParentRoute: () => root,
  path: "/studio/$id",
  component: lazyRouteComponent(() => import("./screens/studio-route.tsx"), "StudioRoute"),
});

const write = createRoute({
  getParentRoute: () => root,
  path: "/write",
  component: lazyRouteComponent(() => import("./screens/write-route.tsx"), "WriteRoute"),
});

const developers = createRoute({
  getParentRoute: () => root,
  path: "/developers/ui",
  component: lazyRouteComponent(
    () => import("./screens/developers/DevelopersScreen.tsx"),
    "DevelopersScreen",
  ),
});

const operator = createRoute({
  getParentRoute: () => root,
  path: "/operator",
  component: lazyRouteComponent(() => import("./screens/operator-route.tsx"), "OperatorRoute"),
});

type AccountRouteName = "SignInRoute" | "ResetRoute" | "AccountRoute" | "BillingRoute";
const account = (path: string, screen: AccountRouteName) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import("./screens/account-routes.tsx"), screen),
  });
const accounts = [
  account("/sign-in", "SignInRoute"),
  account("/reset-password", "ResetRoute"),
  account("/account", "AccountRoute"),
  account("/billing", "BillingRoute"),
];

const published = [
  createRoute({
    getParentRoute: () => root,
    path: "/sites",
    component: lazyRouteComponent(() => import("./screens/sites-routes.tsx"), "SitesRoute"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sites/$id/visitors",
    component: lazyRouteComponent(() => import("./screens/sites-routes.tsx"), "VisitorsRoute"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/inbox",
    component: lazyRouteComponent(() => import("./screens/sites-routes.tsx"), "InboxRoute"),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    studio,
    write,
    developers,
    operator,
    ...accounts,
    ...published,
  ]),
  defaultNotFoundComponent: NotFoundScreen,
  defaultErrorComponent: FailedScreen,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
