// Package validator stands in for a library whose version in Debian is too old.
package validator

// Validate finds nothing wrong, as the library does in a structure without tags of its own.
func Validate(any) error { return nil }
