// Reads a JSON document from standard input, changes it and writes it back.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// Task is one thing to do.
type Task struct {
	Title string    `json:"title"`
	Done  bool      `json:"done"`
	Due   time.Time `json:"due"`
	Tags  []string  `json:"tags,omitempty"`
}

func main() {
	var tasks []Task
	if err := json.NewDecoder(os.Stdin).Decode(&tasks); err != nil {
		fmt.Fprintln(os.Stderr, "json:", err)
		os.Exit(1)
	}
	deadline := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	for i := range tasks {
		if tasks[i].Due.Before(deadline) {
			tasks[i].Done = true
			tasks[i].Tags = append(tasks[i].Tags, "overdue")
		}
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", "  ")
	if err := out.Encode(tasks); err != nil {
		panic(err)
	}
}
