// With all goroutines asleep the program ends.
package main

import "fmt"

func main() {
	fmt.Println("waiting")
	ch := make(chan int)
	<-ch
}
