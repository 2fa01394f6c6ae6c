"""The TypeScript client: an npm package whose types come from openapi-typescript."""
