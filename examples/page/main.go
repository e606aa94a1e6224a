// A page: counts clicks on a button, through syscall/js.
package main

import (
	"fmt"
	"syscall/js"
)

func main() {
	document := js.Global().Get("document")
	label := document.Call("createElement", "p")
	label.Set("textContent", "no clicks yet")
	button := document.Call("createElement", "button")
	button.Set("textContent", "Click me")

	clicks := 0
	button.Call("addEventListener", "click", js.FuncOf(func(this js.Value, args []js.Value) any {
		clicks++
		label.Set("textContent", fmt.Sprintf("%d clicks", clicks))
		return nil
	}))
	body := document.Get("body")
	body.Call("append", button, label)

	// Keep the program alive for its events.
	select {}
}
