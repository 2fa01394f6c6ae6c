"""The way to the deployment: gateway, transport, signing, throttle, redaction."""
